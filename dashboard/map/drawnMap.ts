export interface DrawnShape {
  id: string;
  path: string;
}
/** Shapes drawn as one area: several for one of merged provinces, and an archipelago with its mainland. */
export interface DrawnArea {
  code: string;
  shapes: DrawnShape[];
  /** Where an area far off the others is drawn instead: its coordinates times `scale`, moved by x and y. */
  inset?: { x: number; y: number; scale: number };
}
export interface DrawnMap {
  /** What is drawn, with room for the outlines of the outermost areas. */
  box: { x: number; y: number; width: number; height: number };
  areas: DrawnArea[];
  /** Where the names of areas stand that are drawn in another place than they lie. */
  names?: { code: string; x: number; y: number }[];
}

/** Width of a map, in its own units, that widths of lines are said for. */
export const LINE_WIDTHS_FOR = 820;
