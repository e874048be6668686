"use strict";
// Searches the sentences that stand in the page as data; all of it is shown as text.
(() => {
  const { documents, sentences } = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("search");
  const found = document.getElementById("found");
  const status = form.querySelector("output");
  const MOST = 100;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = sentences.map(([place, text]) => fold(`${text} ${documents[place][1]}`));

  function make(name, text, parent) {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function search() {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? sentences.filter((_, at) => words.every((word) => folded[at].includes(word))) : [];
    found.replaceChildren();
    for (const [place, text] of hits.slice(0, MOST)) {
      const [page, title, published] = documents[place];
      const quote = document.createElement("blockquote");
      make("bdi", text, make("p", "", quote));
      const line = make("p", "", quote);
      line.className = "source";
      const link = make("a", title, line);
      link.href = `documents/${page}`;
      line.append(published ? ` (${published})` : "");
      found.append(quote);
    }
    status.textContent = words.length ? `${hits.length} found${hits.length > MOST ? `, ${MOST} shown` : ""}` : "";
  }

  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
