import { useFigureContext } from "../app/FigureContext.tsx";
import { useText } from "../messages/useText.ts";
import { usePalette } from "../theme/usePalette.ts";
import { type Caption, downloadCsv, downloadPng, downloadSvg, type Painter } from "./download.ts";
import { type FigureTable, withMark } from "./figureTable.ts";

interface Props {
  title: string;
  caption: Caption;
  /** What the figures are narrowed to, in words; empty where they tell of everything. */
  narrowed: string;
  /** Draws the figure; undefined: it is a table and has no picture. Null: its chart is not there yet. */
  painter: Painter | null | undefined;
  /** Missing while there are no figures: the buttons keep their place. */
  table(): FigureTable | undefined;
  isReady: boolean;
}

/** The figure to take along: as a picture, as a drawing, as its figures. */
export function FigureExports({ title, caption, narrowed, painter, table, isReady }: Props) {
  const { t } = useText();
  const { sampleMark, filePrefix } = useFigureContext();
  const palette = usePalette();
  const fileName = [filePrefix, title, narrowed]
    .join("-")
    .replace(/[^\p{L}\p{N}-]+/gu, "-")
    .replace(/-+$/, "");
  const pictures = [
    ["PNG", "figure.png", downloadPng],
    ["SVG", "figure.svg", downloadSvg],
  ] as const;
  return (
    <>
      {painter !== undefined &&
        pictures.map(([kind, label, download]) => (
          <button
            key={kind}
            type="button"
            className="tool"
            disabled={!isReady || painter === null}
            aria-label={t(label, { title })}
            onClick={() => painter && void download(painter, caption, palette, fileName)}
          >
            {kind}
          </button>
        ))}
      <button
        type="button"
        className="tool"
        disabled={!isReady}
        aria-label={t("figure.csv", { title })}
        onClick={() => {
          const figures = table();
          const onlyMark = narrowed === "" ? null : { column: t("only.column"), value: narrowed };
          if (figures) downloadCsv(withMark(withMark(figures, onlyMark), sampleMark), fileName);
        }}
      >
        CSV
      </button>
    </>
  );
}
