import { isMeasureOf, kindsOf, viewNames } from "../data/measuresOf.ts";
import type { MeasureFacts, MeasureUnit, ViewCatalogue, ViewName, Words } from "../data/viewCatalogue.ts";

type Loaders = { [V in ViewName]: () => Promise<ViewCatalogue<V>> };
const loaders: Loaders = {
  connections: async () => (await import("../api/connections.generated.ts")).connections,
  data_quality: async () => (await import("../api/data_quality.generated.ts")).dataQuality,
  payments: async () => (await import("../api/payments.generated.ts")).payments,
  population: async () => (await import("../api/population.generated.ts")).population,
  programme: async () => (await import("../api/programme.generated.ts")).programme,
  public_services: async () => (await import("../api/public_services.generated.ts")).publicServices,
  reconciliation: async () => (await import("../api/reconciliation.generated.ts")).reconciliation,
  resources: async () => (await import("../api/resources.generated.ts")).resources,
  services: async () => (await import("../api/services.generated.ts")).services,
  targets: async () => (await import("../api/targets.generated.ts")).targets,
  vaccination: async () => (await import("../api/vaccination.generated.ts")).vaccination,
};

/** A measure of any view as the catalogue describes it. */
export interface DescribedMeasure extends MeasureFacts {
  name: string;
  view: ViewName;
  unit: MeasureUnit;
}
/** A view as the catalogue describes it, whichever it is. */
export interface Catalogue extends Words {
  view: ViewName;
  measures: readonly DescribedMeasure[];
  dimensions: Readonly<Record<string, Words>>;
}

/** What the model says of one view; loaded when it is asked for. */
export async function loadCatalogue(view: ViewName): Promise<Catalogue> {
  const { title, description, measures, dimensions } = await loaders[view]();
  const facts: Readonly<Record<string, MeasureFacts>> = measures;
  const { measures: units } = kindsOf(view);
  return {
    ...{ view, title, description, dimensions },
    measures: Object.entries(units).flatMap(([name, unit]) => {
      const told = facts[name];
      return told && isMeasureOf(view, name) ? [{ ...told, name, view, unit }] : [];
    }),
  };
}

export const loadCatalogues = (): Promise<Catalogue[]> => Promise.all(viewNames.map(loadCatalogue));
