import { readdirSync, readFileSync } from "node:fs";
import { type ExpandedModel, type ExpandedView, expandModel } from "./expandModel.ts";

export const modelFolder = new URL("../model/", import.meta.url);

let model: ExpandedModel | undefined;

/** The model of this folder, read once in a process. @throws ModelError */
export const readModel = (): ExpandedModel => {
  model ??= expandModel(
    readdirSync(modelFolder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yml"))
      .sort()
      .map((fileName) => ({ fileName, content: readFileSync(new URL(fileName, modelFolder), "utf8") })),
  );
  return model;
};

/** A public view of the model. */
export const expandedView = (name: string): ExpandedView => {
  const view = readModel().views[name];
  if (view === undefined) throw new Error(`The model has no view ${name}`);
  return view;
};
