import { useMemo, useState } from "react";
import { useView } from "../../app/ViewProvider.tsx";
import { ChooseButton } from "../../charts/ChooseButton.tsx";
import { bucketName } from "../../charts/chartStyle.ts";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { GrainChoice } from "../../charts/GrainChoice.tsx";
import { LazyChart, snapshotPainter } from "../../charts/LazyChart.tsx";
import { RowsMenu } from "../../charts/RowsMenu.tsx";
import { useMonthChoice } from "../../charts/useMonthChoice.ts";
import { keptOf } from "../../data/narrowing.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { methodColour, methodsOption } from "./methodsOption.ts";
import { payments, type useMethods } from "./payments.ts";
import { cashlessMethods, prepareMethods } from "./prepareMethods.ts";

/** Cashless share of transactions over time, by method. */
export function MethodsFigure({ bundle }: { bundle: ReturnType<typeof useMethods> }) {
  const { t, format } = useText();
  const { view } = useView();
  const palette = usePalette();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const { data } = bundle;
  const grain = data?.grain ?? view.grain;
  const names = useMemo(() => cashlessMethods.map((method) => t(`payments.method.${method}`)), [t]);
  const buckets = useMemo(
    () => (data ? prepareMethods(data.points, "transactions", data.grain, data.frame.course) : []),
    [data],
  );
  const months = useMonthChoice(grain);
  const month = months?.chosen ?? null;
  const option = useMemo(() => {
    const chosen = keptOf(view.only, "method");
    const isBeside = (index: number, day: string) =>
      (chosen.length > 0 && !chosen.includes(cashlessMethods[index] ?? "")) || (month !== null && month !== day);
    return methodsOption(buckets, names, grain, palette, format, isBeside);
  }, [buckets, names, grain, palette, format, view.only, month]);
  const [from, to] = bundle.frame.course;
  const range = t("period.range", { from: format.day(buckets[0]?.day ?? from), to: format.day(to) });
  const last = buckets.find(({ day }) => day === month) ?? buckets.at(-1);
  return (
    <Figure
      why={[payments.meta("cashless_transaction_share"), payments.meta("transactions")]}
      title={t("payments.methods.title")}
      unit={t("payments.methods.unit")}
      period={range}
      table={
        data && {
          columns: [
            { label: t(`trend.bucket.${grain}`), kind: "day" },
            ...names.map((label) => ({ label, kind: "share" as const })),
          ],
          rows: buckets.map(({ day, shares }) => [day, ...shares]).reverse(),
        }
      }
      painter={snapshotPainter(snapshot?.take ?? null)}
      months={months}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={315}
      isEmpty={buckets.length === 0}
      className="span-7"
      by={["method"]}
      tools={<GrainChoice />}
      notes={
        <p>
          {t("payments.methods.note")} {t("only.hint")}
        </p>
      }
    >
      <div className="methods">
        <LazyChart
          option={option}
          label={t("payments.methods.aria", { range })}
          onReady={onReady}
          onPick={(index) => months?.choose(buckets[index]?.day ?? "")}
        />
        <div>
          <p className="methods-when">{last && bucketName(last.day, grain, format)}</p>
          <dl className="methods-last">
            {names
              .map((name, index) => (
                <div key={name}>
                  <dt>
                    <i style={{ background: methodColour(palette, index) }} aria-hidden="true" />
                    <ChooseButton dimension="method" value={cashlessMethods[index] ?? ""}>
                      {name}
                    </ChooseButton>
                  </dt>
                  <dd>
                    <RowsMenu dimension="method" value={cashlessMethods[index] ?? ""} of={name}>
                      {format.percent(last?.shares[index] ?? null)}
                    </RowsMenu>
                  </dd>
                </div>
              ))
              .reverse()}
          </dl>
        </div>
      </div>
    </Figure>
  );
}
