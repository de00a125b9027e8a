import { UnfoldButton } from "./UnfoldButton.tsx";
import "../theme/matrix.css";
import { Fragment, type ReactNode, useState } from "react";
import { useText } from "../messages/useText.ts";
import { foldRanking } from "./foldRanking.ts";
import { moveInTable } from "./moveInTable.ts";

export interface MatrixColumn {
  code: string;
  name: string;
}
export interface MatrixUnit {
  code: string;
  name: string;
  /** Its place among the others; null: it has none, and is never folded away. */
  rank: number | null;
}
interface Props<U extends MatrixUnit> {
  /** What the box that scrolls is called. */
  label: string;
  nameTitle: string;
  columns: readonly MatrixColumn[];
  units: readonly U[];
  /** Shows the ends of many units only, until the reader asks for all. */
  isFoldable: boolean;
  nameOf(unit: U): ReactNode;
  /** A cell of the table: <td>. */
  cellOf(unit: U, index: number): ReactNode;
}

/** Units down the side, what is told of each across. */
export function Matrix<U extends MatrixUnit>(props: Props<U>) {
  const { label, nameTitle, columns, units, isFoldable, nameOf, cellOf } = props;
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const folded = foldRanking(units, null);
  const isLong = isFoldable && folded.some((section) => section.isFolded);
  const sections = isWhole || !isFoldable ? [{ areas: units, isFolded: false, isUnranked: false }] : folded;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="data-table matrix" tabIndex={0} aria-label={label}>
        <table onKeyDown={moveInTable}>
          <thead>
            <tr>
              <th scope="col">{nameTitle}</th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map((section) =>
              section.isFolded ? (
                <tr key={`folded ${section.areas[0]?.code}`}>
                  <td colSpan={columns.length + 1} className="matrix-folded">
                    {t(section.isUnranked ? "ranking.foldedUnranked" : "ranking.folded", {
                      count: section.areas.length,
                    })}
                  </td>
                </tr>
              ) : (
                section.areas.map((unit) => (
                  <tr key={unit.code}>
                    <th scope="row">{nameOf(unit)}</th>
                    {columns.map(({ code }, index) => (
                      <Fragment key={code}>{cellOf(unit, index)}</Fragment>
                    ))}
                  </tr>
                ))
              ),
            )}
          </tbody>
        </table>
      </section>
      {isLong && <UnfoldButton isWhole={isWhole} count={units.length} onChange={setWhole} />}
    </>
  );
}
