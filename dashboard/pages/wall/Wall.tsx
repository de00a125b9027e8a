import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useView } from "../../app/ViewProvider.tsx";
import type { About } from "../../data/fetchAbout.ts";
import type { Frame } from "../../data/frame.ts";
import { useArea } from "../../data/useReference.ts";
import { useText } from "../../messages/useText.ts";
import { defaultViewState } from "../../url/viewState.ts";
import { BurnDownSlide } from "./BurnDownSlide.tsx";
import { NewsSlide } from "./NewsSlide.tsx";
import { OverviewSlide } from "./OverviewSlide.tsx";
import type { Slide } from "./prepareSlides.ts";
import { SubjectSlide } from "./SubjectSlide.tsx";
import { TargetsSlide } from "./TargetsSlide.tsx";
import { useTurning } from "./useTurning.ts";
import { useWall } from "./useWall.ts";

/** What failed is asked again this often. */
const AGAIN_EVERY = 30_000;
const HINT_FOR = 4_000;

interface Props {
  about: About;
  frame: Frame;
  /** When the server was last heard of, where it is not now. */
  lostSince: Date | null;
}

/** The wall screen: pages that turn by themselves, with nothing on them to operate. */
export function Wall({ about, frame, lostSince }: Props) {
  const { t, format } = useText();
  const { view, go } = useView();
  const area = useArea(view.area, view.structure);
  const { slides, headline, isFailing } = useWall(frame);
  const { slide, index, isPaused } = useTurning(
    slides,
    ({ page }) => page === view.page,
    // Sentences take longer to read than figures.
    ({ kind }) => view.pace * (kind === "news" ? 2 : 1),
  );
  const isHinting = useLeaving(() => go({ wall: false, pace: defaultViewState(view.page).pace }));
  useAskingAgain(isFailing);
  useNewVersion(about.version);

  const place = view.area.level === "nation" ? t("area.nation") : (area.data?.unit.fullName ?? "…");
  const time = slide?.kind === "subject" ? slide.stand.dataTime : (about.dataDate ?? null);
  return (
    <div className="wall">
      <header className="wall-head">
        <div>
          <p className="wall-place">
            {place}
            {frame.compare !== null && ` · ${t("wall.compared", { day: format.day(frame.compare) })}`}
          </p>
          <h1>{slide ? titleOf(slide, t) : t("app.title")}</h1>
        </div>
        {about.dataset === "sample" && (
          <p className="wall-sample">{t("sample.label", { scale: format.integer(about.sampleScale) })}</p>
        )}
        <p className="wall-asof">
          <span>{t("wall.dataTime")}</span>
          <b>{format.day(time)}</b>
        </p>
      </header>
      <main id="main" className="wall-main" key={slide?.key}>
        {slide ? (
          <SlideBody slide={slide} headline={headline} />
        ) : (
          <p className="wall-sentence">{t("state.loading")}…</p>
        )}
      </main>
      <footer className="wall-foot">
        <ol aria-hidden="true">
          {slides.map(({ key }, at) => (
            <li key={key} className={at === index ? "is-shown" : ""} />
          ))}
        </ol>
        <Status lostSince={lostSince} isFailing={isFailing} isPaused={isPaused} isHinting={isHinting} slide={slide} />
      </footer>
    </div>
  );
}

function titleOf(slide: Slide, t: ReturnType<typeof useText>["t"]): string {
  switch (slide.kind) {
    case "overview":
      return t("page.overview");
    case "subject":
      return t(slide.stand.subject.name);
    case "burnDown":
      return t("wall.burnDown");
    case "targets":
      return t("wall.targets", {
        first: slide.first + 1,
        last: slide.first + slide.targets.length,
        count: slide.count,
      });
    case "news":
      return t("overview.news");
  }
}

function SlideBody({ slide, headline }: { slide: Slide; headline: string }) {
  switch (slide.kind) {
    case "overview":
      return <OverviewSlide stands={slide.stands} sentence={headline} />;
    case "subject":
      return <SubjectSlide stand={slide.stand} />;
    case "burnDown":
      return <BurnDownSlide burnDown={slide.burnDown} />;
    case "targets":
      return <TargetsSlide targets={slide.targets} />;
    case "news":
      return <NewsSlide items={slide.items} />;
  }
}

interface StatusProps {
  lostSince: Date | null;
  isFailing: boolean;
  isPaused: boolean;
  isHinting: boolean;
  slide: Slide | undefined;
}

/** The one line below: what is wrong, how to leave, or where the figures come from. */
function Status({ lostSince, isFailing, isPaused, isHinting, slide }: StatusProps) {
  const { t, format } = useText();
  if (lostSince !== null) {
    return (
      <p className="wall-lost" role="status">
        <span aria-hidden="true">▲</span> {t("wall.lost", { since: format.dayAndTime(lostSince.toISOString()) })}
      </p>
    );
  }
  if (isHinting) return <p>{t("wall.hint")}</p>;
  if (isPaused) return <p>{t("wall.paused")}</p>;
  if (isFailing) {
    return (
      <p className="wall-lost" role="status">
        <span aria-hidden="true">▲</span> {t("wall.failing")}
      </p>
    );
  }
  const source = t(`page.${slide?.page ?? "overview"}.source`);
  return <p>{slide?.kind === "subject" ? `${source} · ${t("map.credit")}` : source}</p>;
}

/** Escape and a click leave; a moved pointer is told so for a while. */
function useLeaving(leave: () => void): boolean {
  const [hintedAt, setHintedAt] = useState<number | null>(null);
  const onLeave = useEffectEvent(leave);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && onLeave();
    // The click that led here is still on its way up.
    const entered = performance.now();
    const onClick = (event: MouseEvent) => event.timeStamp > entered && onLeave();
    const onMove = () => setHintedAt(Date.now());
    window.addEventListener("keydown", onKey);
    window.addEventListener("click", onClick);
    window.addEventListener("pointermove", onMove);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("click", onClick);
      window.removeEventListener("pointermove", onMove);
    };
  }, []);
  useEffect(() => {
    if (hintedAt === null) return;
    const timer = setTimeout(() => setHintedAt(null), HINT_FOR);
    return () => clearTimeout(timer);
  }, [hintedAt]);
  return hintedAt !== null;
}

/** Nobody stands at a wall screen to press "try again". */
function useAskingAgain(isFailing: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    const askAgain = () => void client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    window.addEventListener("online", askAgain);
    const timer = isFailing ? setInterval(askAgain, AGAIN_EVERY) : undefined;
    return () => {
      window.removeEventListener("online", askAgain);
      clearInterval(timer);
    };
  }, [client, isFailing]);
}

/** A server of another version has other pages: the wall takes them up by itself. */
function useNewVersion(version: string): void {
  const [first] = useState(version);
  useEffect(() => {
    if (version !== first) window.location.reload();
  }, [version, first]);
}
