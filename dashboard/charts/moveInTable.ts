import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys move from cell to cell of a table, over those that hold nothing to press; Tab leaves it. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const from = event.target instanceof Element ? event.target.closest("td") : null;
  const row = from?.closest("tr");
  if (!step || !from || !row) return;
  const [down, right] = step;
  const { rows } = event.currentTarget;
  let [y, x] = [row.rowIndex, from.cellIndex];
  for (let cell: Element | undefined = from; cell; cell = rows[y]?.cells[x]) {
    const target = cell === from ? null : cell.querySelector<HTMLElement>("button, a");
    if (target) {
      event.preventDefault();
      target.focus();
      return;
    }
    [y, x] = [y + down, x + right];
  }
}
