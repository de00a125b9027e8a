/**
 * The largest question that is taken. Cube compiles a question on the thread that serves everybody, so these keep the work small:
 * badQuestions.test.ts tries the largest ones.
 */
export const questionLimits = {
  /** Of one request; also ranges of compareDateRange. */
  queries: 20,
  measures: 100,
  dimensions: 40,
  timeDimensions: 4,
  order: 20,
  /** Conditions of one query, groups not counted. */
  filters: 50,
  /** Groups of conditions within groups. */
  filterDepth: 5,
  /** Of a query, a pattern ("contains" and the like) counting for several: they come back in the SQL at every place it filters. */
  values: 1000,
  valuesOfPattern: 5,
  /** Characters of all values. */
  valuesLength: 16_000,
  textLength: 200,
  /** Rows of an answer: every commune of the country four times over. More are refused, or asked for in pages. */
  rows: 50_000,
  offset: 1_000_000,
  /** Brackets within brackets, and values of any kind, in the JSON of a request. */
  jsonDepth: 16,
  jsonNodes: 100_000,
  /** Of all queries of a request together, as costOf counts it. */
  cost: 600,
} as const;
