import { createContext, useContext } from "react";
import { type Conditions, EVERYTHING } from "../data/narrowing.ts";

/** What every figure of a screen says of itself. */
export interface FigureFrame {
  /** Area that the figures are of. */
  areaName: string;
  /** What they are narrowed to. */
  only: Conditions;
  /** Source and data time in one line. */
  source: string;
  sampleMark: { column: string; value: string } | null;
  /** Beginning of downloaded files' names: area and day. */
  filePrefix: string;
}

export const FigureContext = createContext<FigureFrame>({
  areaName: "",
  only: EVERYTHING,
  source: "",
  sampleMark: null,
  filePrefix: "",
});
export const useFigureContext = () => useContext(FigureContext);
