// Starts the app, and stands guard over it.
//
// The build puts the glue of wasm-bindgen in front of this file, so that one file
// with one hash starts everything. It fetches the Wasm with the hash it must
// have, keeps clicks that come before the app can answer them, and shows a
// readable page when the app cannot start or breaks.
(() => {
  "use strict";

  const data = (name) => {
    const script = document.querySelector(`script[type="application/json"][data-rx="${name}"]`);
    return script ? script.textContent : null;
  };
  const config = JSON.parse(data("config") || "{}");
  const failed = document.querySelector("#rx-failed");
  const app = document.querySelector("#app");
  const isKiosk = () => document.documentElement.getAttribute("data-shell") === "kiosk";
  let state = "starting"; // then "ready", or "dead"

  // Early clicks: what is pressed before the app listens is pressed again when it does.
  const early = [];
  document.addEventListener("click", (event) => {
    if (state === "dead" && !event.target.closest("#rx-failed")) {
      event.stopImmediatePropagation();
      return;
    }
    if (state !== "starting" || !event.isTrusted) return;
    const target = event.target.closest("[data-replay]");
    if (!target) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!early.includes(target)) early.push(target);
    target.setAttribute("aria-busy", "true");
  }, true);
  document.addEventListener("rx-ready", () => {
    if (state !== "starting") return;
    state = "ready";
    // The first effects of the app have run; its own listeners stand after this task.
    setTimeout(() => {
      for (const target of early.splice(0)) {
        target.removeAttribute("aria-busy");
        target.click();
      }
    });
  });

  // A broken module must not be called again: its memory is in an unknown state.
  for (const type of ["popstate", "hashchange", "beforeunload", "resize"]) {
    window.addEventListener(type, (event) => {
      if (state === "dead") event.stopImmediatePropagation();
    }, true);
  }
  const fail = () => {
    if (state === "dead") return;
    const wasRunning = state === "ready";
    state = "dead";
    if (wasRunning) {
      for (let id = setTimeout(() => {}); id > 0; id -= 1) clearTimeout(id);
      // What is on the screen may show answers, and no longer responds.
      if (app) app.replaceChildren();
    }
    for (const target of early.splice(0)) target.removeAttribute("aria-busy");
    document.documentElement.setAttribute("data-failed", wasRunning ? "running" : "starting");
    if (failed) {
      failed.hidden = false;
      const heading = failed.querySelector("h1, h2");
      if (heading && wasRunning) {
        heading.tabIndex = -1;
        heading.focus();
      }
    }
    if (isKiosk() && wasRunning) setTimeout(restart, 8000);
  };
  const restart = () => {
    const link = failed && failed.querySelector("[data-restart]");
    const start = link ? link.getAttribute("href") : "";
    if (start) location.replace(start);
    // To another fragment of the same file the browser goes without loading it again.
    if (!start || start.startsWith("#")) location.reload();
  };
  document.addEventListener("rx-failed", fail);
  // A panic ends in a trap; what it was about is not known here, and no visitor needs it.
  const failIfTrapped = (error) => {
    if (error instanceof WebAssembly.RuntimeError) fail();
  };
  window.addEventListener("error", (event) => failIfTrapped(event.error));
  window.addEventListener("unhandledrejection", (event) => failIfTrapped(event.reason));
  if (failed) {
    failed.addEventListener("click", (event) => {
      if (!event.target.closest("[data-restart]")) return;
      event.preventDefault();
      restart();
    });
  }

  // What the browser kept of a page that somebody left is not for the next one at a public screen.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && isKiosk()) location.reload();
  });

  const start = async () => {
    const inline = data("wasm");
    if (inline) {
      const bytes = Uint8Array.from(atob(inline), (c) => c.charCodeAt(0));
      return wasm_bindgen({ module_or_path: bytes });
    }
    const options = config.wasm.integrity ? { integrity: config.wasm.integrity } : {};
    const response = await fetch(config.wasm.url, options);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return wasm_bindgen({ module_or_path: response });
  };
  start().catch(fail);
})();
