// Runs in every page before its own scripts: fixes the day, and keeps what tests ask for.
(() => {
  const Real = Date;
  const shift = Real.parse("DAYT12:00:00Z") - Real.now();
  window.Date = class extends Real {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(Real.now() + shift);
    }
    static now() {
      return Real.now() + shift;
    }
  };
  if (window.seen) return;
  const seen = { violations: [], errors: [] };
  Object.defineProperty(window, "seen", { value: seen });
  addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
  }, true);
  addEventListener("error", (event) => seen.errors.push(String(event.message || event.target.src)), true);
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
})();
