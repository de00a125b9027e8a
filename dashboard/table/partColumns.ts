/** Columns in as few parts as fit on a sheet, as even as can be. */
export function partColumns<C>(columns: readonly C[], most: number): C[][] {
  const parts = Math.ceil(columns.length / most);
  const size = Math.ceil(columns.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, index) => columns.slice(index * size, (index + 1) * size));
}
