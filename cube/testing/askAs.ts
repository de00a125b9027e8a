import { request } from "node:http";

/** One account's way to a running server. */
export interface AskAs {
  (path: string, sent?: { method?: string; body?: unknown; headers?: Record<string, string> }): Promise<Told>;
  /** What its browser holds. */
  readonly cookie: string;
}

export interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** By Node's own client: fetch refuses to send Host and Origin, and adds a header that forbids 304. */
const send = (
  url: string,
  { method = "GET", body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> },
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const type = payload === undefined ? {} : { "content-type": "application/json" };
    request(url, { method, headers: { ...type, ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    })
      .once("error", reject)
      .end(payload);
  });

/** With a cookie, or as nobody. */
export const askAs = (url: string, cookie = ""): AskAs =>
  Object.assign(
    (path: string, sent: Parameters<AskAs>[1] = {}) =>
      send(`${url}${path}`, {
        method: sent.body === undefined ? "GET" : "POST",
        ...sent,
        headers: { ...(cookie === "" ? {} : { cookie }), ...sent.headers },
      }),
    { cookie },
  );

/** What a browser would send from then on. */
export const cookieIn = ({ headers }: Told): string =>
  [headers["set-cookie"] ?? []]
    .flat()
    .map((each) => each.split(";", 1)[0])
    .join("; ");

/** As the sign-in page does it. */
export const signIn = async (url: string, email: string, password: string): Promise<AskAs> => {
  const told = await askAs(url)("/api/account/sign-in", { body: { email, password } });
  if (told.status !== 204) throw new Error(`${told.status} ${told.text}`);
  return askAs(url, cookieIn(told));
};
