import { useText } from "../messages/useText.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { type FigureTable, formatCell } from "./figureTable.ts";
import { moveInTable } from "./moveInTable.ts";
import type { MonthChoice } from "./useMonthChoice.ts";

interface Props {
  caption: string;
  table: FigureTable;
  /** Its rows are months that narrow the page. */
  months?: MonthChoice | null;
}

/** The figures of a chart, readable one by one. Scrolls within itself, by keyboard too. */
export function FigureDataTable({ caption, table, months = null }: Props) {
  const { t, format } = useText();
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
                const value = row[index] ?? null;
                const text = formatCell(value, column.kind, format);
                return index === 0 ? (
                  <th key={column.label} scope="row" data-kind={column.kind}>
                    {months !== null && typeof value === "string" ? (
                      <button
                        type="button"
                        className="choice"
                        aria-pressed={value === months.chosen}
                        title={t(value === months.chosen ? "only.release" : "only.chooseMonth")}
                        onClick={() => months.choose(value)}
                      >
                        {format.month(value)}
                      </button>
                    ) : (
                      text
                    )}
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
