// Shows pages one after the other without loading another document, as Back does, and
// looks at each with `look`, which tells what is wrong or nothing. See `tour`.
const [paths] = arguments;
const done = arguments[arguments.length - 1];
(async () => {
  const findings = [];
  for (const path of paths) {
    const before = document.title;
    if (path.startsWith("#")) {
      location.hash = path;
    } else if (location.pathname !== path) {
      history.pushState(null, "", path);
      dispatchEvent(new PopStateEvent("popstate", { state: null }));
    } else {
      continue;
    }
    const end = performance.now() + 10000;
    while (document.title === before) {
      if (performance.now() > end) return [...findings, `${path} is not shown`];
      await new Promise((next) => setTimeout(next, 4));
    }
    const found = look();
    if (found) findings.push(`${path}: ${found}`);
  }
  return findings;
})().then(done, (error) => done([String(error)]));
