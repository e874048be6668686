"use strict";
// Leads by keyboard from finding to finding and to their words, and filters; the page reads as well without it.
(() => {
  const form = document.getElementById("filter");
  const findings = [...document.querySelectorAll("article.finding")];
  const status = form.querySelector("output");
  let at = -1;

  const shown = () => findings.filter((finding) => !finding.hidden);
  const words = (finding) => document.getElementById(finding.querySelector("h4 a").hash.slice(1));

  function unmark() {
    for (const marked of document.querySelectorAll(".current")) marked.classList.remove("current");
  }

  function mark(finding) {
    unmark();
    finding.classList.add("current");
    words(finding)?.classList.add("current");
    at = findings.indexOf(finding);
  }

  function go(step) {
    const list = shown();
    if (!list.length) return;
    const here = list.findIndex((finding) => findings.indexOf(finding) >= at);
    const same = here >= 0 && list[here] === findings[at];
    let next = here < 0 ? list.length : here;
    next = step > 0 ? (same ? next + 1 : next) : next - 1;
    const finding = list[Math.max(0, Math.min(list.length - 1, next))];
    mark(finding);
    words(finding)?.scrollIntoView({ block: "center" });
    finding.scrollIntoView({ block: "nearest" });
    finding.focus({ preventScroll: true });
  }

  function filter() {
    const verdicts = new Set([...form.elements.verdict].filter((box) => box.checked).map((box) => box.value));
    const rule = form.elements.rule.value;
    for (const finding of findings) {
      const { verdict, rule: own } = finding.dataset;
      finding.hidden = !verdicts.has(verdict) || (rule !== "" && rule !== own);
    }
    status.textContent = `${shown().length} of ${findings.length} shown`;
  }

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    t: () => at >= 0 && words(findings[at])?.focus(),
    f: () => form.elements.verdict[0].focus(),
    Escape: () => (at >= 0 ? findings[at].focus() : document.activeElement.blur()),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in keys)) return;
    if (event.key !== "Escape" && event.target.matches("select, textarea, input:not([type=checkbox])")) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    if (target.matches("article.finding")) {
      target.hidden = false;
      mark(target);
    } else if (link.closest("article.finding")) {
      mark(link.closest("article.finding"));
    }
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
