import { useMemo } from "react";
import { ChoicePicker } from "../app/ChoicePicker.tsx";
import { useMeasure } from "../app/useMeasure.ts";
import { useView } from "../app/ViewProvider.tsx";
import { useSeries } from "../data/bundles.ts";
import type { CubeView } from "../data/defineView.ts";
import type { Frame } from "../data/frame.ts";
import { usePeers } from "../data/usePeers.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { PeerFigure } from "./PeerFigure.tsx";

interface Props<V extends ViewName> {
  of: CubeView<V>;
  frame: Frame;
}

/** The measure that map and ranking show, over time, beside that of the areas to compare with; nothing where there are none. */
export function PeerTrendFigure<V extends ViewName>(props: Props<V>) {
  const { peers } = usePeers();
  return peers.length > 0 && <ChosenMeasure {...props} />;
}

function ChosenMeasure<V extends ViewName>({ of, frame }: Props<V>) {
  const { t, language } = useText();
  const { view, go } = useView();
  const { peers } = usePeers();
  const { meta, measures: offered } = useMeasure(of, frame.only);
  const bundle = useSeries(of, frame, { measures: [meta.name], grain: view.grain }, ({ course }) => course, peers);
  const measures = useMemo(() => [{ meta, name: meta.title[language] }], [meta, language]);
  return (
    <PeerFigure
      title={t("peers.title", { measure: meta.title[language] })}
      measures={measures}
      bundle={bundle}
      className="span-12"
      tools={
        <ChoicePicker
          name={t("ranking.measure")}
          sentence={t("ranking.changeMeasure")}
          value={meta.name}
          options={offered.map(({ name, title }) => ({ value: name, label: title[language] }))}
          onChoose={(measure) => go({ measure })}
        />
      }
    />
  );
}
