import type { GridRow } from "./AreaGrid.tsx";

export interface FigureCellWords {
  /** What the button is called. */
  title: string;
  onWhy(row: GridRow, column: string): void;
}
/** What the grid gives a cell. */
interface Params extends FigureCellWords {
  data?: GridRow;
  column?: { getColId(): string };
  value: unknown;
  valueFormatted: string | null | undefined;
}

/** A figure, and the question mark beside it while the pointer is on it. Plain elements: a table has thousands of cells. */
export class FigureCell {
  private readonly box = document.createElement("span");
  private readonly text = document.createElement("span");

  init(params: Params): void {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.className = "why-button";
    button.textContent = "?";
    button.title = params.title;
    button.setAttribute("aria-label", params.title);
    button.addEventListener("click", () => {
      if (params.data) params.onWhy(params.data, params.column?.getColId() ?? "");
    });
    this.box.className = "figure-cell";
    this.box.append(button, this.text);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  /** Cells are drawn anew for another row, and refreshed only where the figure changes. */
  refresh({ valueFormatted, value }: Params): boolean {
    this.text.textContent = valueFormatted ?? String(value);
    return true;
  }
}
