import { useText } from "../messages/useText.ts";
import type { GridGroup, GridRow } from "./AreaGrid.tsx";
import { partColumns } from "./partColumns.ts";

interface Props {
  /** In the order on the screen. */
  rows: readonly GridRow[];
  nameTitle: string;
  groups: readonly GridGroup[];
}

/** As many as a sheet of A4 is wide, beside the name. */
const MOST_COLUMNS = 6;
/** Every commune of a province; a thousand facilities are not for paper. */
const MOST_ROWS = 200;

/** The table on paper: all its rows, the columns that do not fit beside one another in further tables below. */
export function PrintedTable({ rows, nameTitle, groups }: Props) {
  const { t } = useText();
  return (
    <div className="data-table printed">
      {partColumns(
        groups.flatMap((group) => group.columns),
        MOST_COLUMNS,
      ).map((columns) => (
        <table key={columns[0]?.id}>
          <thead>
            <tr>
              <th scope="col">{nameTitle}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-kind={column.isNumber ? "number" : "text"}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                {columns.map((column) => (
                  <td key={column.id} data-kind={column.isNumber ? "number" : "text"}>
                    {row.texts?.get(column.id) ?? column.write(row.values.get(column.id) ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {rows.length > MOST_ROWS && <p>{t("table.notPrinted", { count: rows.length - MOST_ROWS })}</p>}
    </div>
  );
}
