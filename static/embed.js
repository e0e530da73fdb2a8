// The explorer inside somebody else's page.
//
//   <script src="https://example.org/embed.js" defer></script>
//   <recruitment-explorer page="/quiz" lang="en"><a href="…">Could I apply?</a></recruitment-explorer>
//
// The element builds a frame; the explorer itself never runs in the host page, so
// the host needs no WebAssembly and cannot read an answer. The link inside the
// element stays until the frame has said that it is ready, and comes back if it
// never does. Messages are taken from the frame's own window and origin only, and
// all that they can do is set the frame's height and raise an event.
(() => {
  "use strict";
  const NAMESPACE = "recruitment-explorer";
  const script = document.currentScript;
  const root = new URL(".", script ? script.src : location.href);
  const PAGE = /^\/?(?:(?:officers|roles|rules)(?:\/[a-z0-9-]{1,64})?|quiz|figures|glossary|sources|about)?$/;
  const ROLES = /^[a-z0-9-]{1,64}(?:,[a-z0-9-]{1,64}){0,11}$/;
  const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{2})?$/;
  const EVENTS = ["ready", "started", "completed"];
  const PATIENCE = 10000;
  let count = 0;

  const checked = (element, name, pattern, fallback) => {
    const value = element.getAttribute(name);
    if (value === null) return fallback;
    if (pattern.test(value)) return value;
    console.warn(`<recruitment-explorer> ignores ${name}="${value}"`);
    return fallback;
  };

  class RecruitmentExplorer extends HTMLElement {
    connectedCallback() {
      if (this.frame) return;
      count += 1;
      this.key = `rx-${count}`;
      const page = checked(this, "page", PAGE, "").replace(/^\//, "");
      const language = checked(this, "lang", LANGUAGE, "");
      const roles = checked(this, "roles", ROLES, "");
      // As much as the quiz will hold, so that the page around it does not jump.
      const reserved = page === "quiz" ? "900" : "640";
      const least = Number(checked(this, "min-height", /^[1-9][0-9]{2,3}$/, reserved));
      const path = ["embed", language === "en" ? "" : language.toLowerCase(), page].filter(Boolean).join("/");
      const address = new URL(path, root);
      if (roles) address.searchParams.set("for", roles);

      const frame = document.createElement("iframe");
      frame.src = address.href.replace(/%2C/g, ",");
      frame.title = this.getAttribute("label") || "Recruitment Explorer";
      if (count > 1) frame.title += ` (${count})`;
      frame.loading = "lazy";
      frame.allow = "";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups");
      frame.style.cssText = `display:block;inline-size:100%;border:0;block-size:${least}px`;
      this.style.display = "block";
      this.frame = frame;
      this.least = least;
      this.onMessage = (event) => this.receive(event);
      window.addEventListener("message", this.onMessage);
      frame.addEventListener("load", () => this.greet());
      this.append(frame);
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.onMessage);
      clearInterval(this.greeting);
      clearTimeout(this.waiting);
      if (this.frame) this.frame.remove();
      this.frame = undefined;
      this.showLink(true);
    }

    // Asked again until the frame answers: its app may start after its document has loaded.
    greet() {
      clearInterval(this.greeting);
      clearTimeout(this.waiting);
      const hello = { ns: NAMESPACE, v: 1, id: this.key, type: "hello" };
      const send = () => this.frame && this.frame.contentWindow.postMessage(hello, root.origin);
      this.greeting = setInterval(send, 250);
      send();
      this.waiting = setTimeout(() => {
        clearInterval(this.greeting);
        this.showLink(true);
      }, PATIENCE);
    }

    receive(event) {
      const message = event.data;
      if (!this.frame || event.source !== this.frame.contentWindow || event.origin !== root.origin) return;
      if (typeof message !== "object" || message === null) return;
      if (message.ns !== NAMESPACE || message.v !== 1 || message.id !== this.key) return;
      if (message.type === "height") {
        const height = message.height;
        if (Number.isInteger(height) && height >= 100 && height <= 20000) {
          this.frame.style.blockSize = `${Math.max(height, this.least)}px`;
        }
        return;
      }
      if (!EVENTS.includes(message.type)) return;
      if (message.type === "ready") {
        clearInterval(this.greeting);
        clearTimeout(this.waiting);
        this.showLink(false);
      }
      this.dispatchEvent(new CustomEvent(`rx-${message.type}`, { bubbles: true }));
    }

    showLink(isShown) {
      for (const child of this.children) {
        if (child !== this.frame) child.hidden = !isShown;
      }
    }
  }

  if (!customElements.get("recruitment-explorer")) customElements.define("recruitment-explorer", RecruitmentExplorer);
})();
