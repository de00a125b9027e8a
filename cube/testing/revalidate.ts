import { request } from "node:http";

/** Status of an answer to a browser that shows the ETag it has; fetch would add a header that forbids 304. */
export const revalidate = (url: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { "if-none-match": etag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
