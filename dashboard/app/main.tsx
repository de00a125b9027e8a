import "../theme/fonts.css";
import "../theme/tokens.css";
import "../theme/base.css";
import "../theme/shell.css";
import "../theme/compare.css";
import "../theme/figure.css";
import "../theme/kpi.css";
import "../theme/ranking.css";
import "../theme/funnel.css";
import "../theme/classes.css";
import "../theme/grid.css";
import "../theme/care.css";
import "../theme/map.css";
import "../theme/narrowing.css";
import "../theme/pending.css";
import "../theme/print.css";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AccountGate } from "../account/AccountGate.tsx";
import { reloadWhenSignedOut } from "../account/reloadWhenSignedOut.ts";
import { ApiError } from "../data/ApiError.ts";
import { pages } from "../pages/pages.ts";
import { parseUrl } from "../url/viewState.ts";
import { App } from "./App.tsx";
import { ViewProvider } from "./ViewProvider.tsx";

const client = new QueryClient({
  queryCache: new QueryCache({ onError: reloadWhenSignedOut }),
  defaultOptions: {
    queries: {
      // A new load changes the keys themselves: what is there never grows old by the clock.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      // A refusal is answered at once; only a busy or absent server is worth asking again.
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.details.status ?? 503) >= 500,
      retryDelay: (count) => 500 * 2 ** count,
      networkMode: "always",
      refetchOnReconnect: true,
    },
  },
});

// The page asked for loads beside the first answers, not after them.
void pages[parseUrl(new URL(window.location.href)).view.page].load();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ViewProvider>
          <AccountGate>
            <App />
          </AccountGate>
        </ViewProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
