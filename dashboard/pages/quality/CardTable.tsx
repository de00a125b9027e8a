import { Fragment, type ReactNode } from "react";

export interface CardColumn {
  label: string;
  kind: "text" | "number";
}
interface Props<R> {
  /** What the box that scrolls is called. */
  label: string;
  columns: readonly CardColumn[];
  rows: readonly R[];
  keyOf(row: R): string;
  /** One for each column; the first names the row. */
  cellsOf(row: R): readonly ReactNode[];
  /** What is shown below a row that is opened; null: it is not. */
  openedOf?(row: R): ReactNode;
  /** As long as it is, in place of a box that scrolls. */
  isWhole?: boolean;
  /** What stands below the rows. */
  children?: ReactNode;
}

/** A table whose rows are cards on a phone, every figure under its name. */
export function CardTable<R>({ label, columns, rows, keyOf, cellsOf, openedOf, isWhole, children }: Props<R>) {
  const height = isWhole ? "quality-findings" : "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too.
    <section className={`data-table quality-rules ${height}`} tabIndex={0} aria-label={label}>
      <table className="quality-cards">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [name, ...cells] = cellsOf(row);
            const opened = openedOf?.(row) ?? null;
            return (
              <Fragment key={keyOf(row)}>
                <tr>
                  <th scope="row" data-kind="text">
                    {name}
                  </th>
                  {columns.slice(1).map((column, index) => (
                    <td key={column.label} data-kind={column.kind} data-label={column.label}>
                      {cells[index]}
                    </td>
                  ))}
                </tr>
                {opened !== null && (
                  <tr className="quality-opened">
                    <td colSpan={columns.length} data-kind="text">
                      {opened}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {children}
    </section>
  );
}
