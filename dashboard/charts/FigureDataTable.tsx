import { useText } from "../messages/useText.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { type FigureTable, formatCell } from "./figureTable.ts";
import { moveInTable } from "./moveInTable.ts";

/** The figures of a chart, readable one by one. Scrolls within itself, by keyboard too. */
export function FigureDataTable({ caption, table }: { caption: string; table: FigureTable }) {
  const { format } = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-table" tabIndex={0} aria-label={caption}>
      <table onKeyDown={moveInTable}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.join("|")}>
              {table.columns.map((column, index) => {
                const text = formatCell(row[index] ?? null, column.kind, format);
                return index === 0 ? (
                  <th key={column.label} scope="row" data-kind={column.kind}>
                    {text}
                  </th>
                ) : (
                  <td key={column.label} data-kind={column.kind}>
                    {text}
                    {table.whyOf && (row[index] ?? null) !== null && (
                      <WhyButton
                        cell={table.whyOf(at, index)}
                        of={`${column.label}, ${formatCell(row[0] ?? null, table.columns[0]?.kind ?? "text", format)}`}
                        isOneOfMany={index > 1}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
