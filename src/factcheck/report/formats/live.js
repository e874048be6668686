// Asks every second whether the draft was saved; a form that is being filled in is not taken away.
(() => {
  const live = document.getElementById("live");
  let dirty = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[method=post]")) dirty = true;
  });

  async function ask() {
    try {
      const answer = await fetch(`/state?path=${encodeURIComponent(live.dataset.path)}`);
      const { state } = await answer.json();
      if (state === live.dataset.state) return;
      if (dirty) live.textContent = "The draft was saved meanwhile; reload when you are done here.";
      else location.reload();
    } catch {
      live.textContent = "The server does not answer.";
    }
  }
  setInterval(ask, 1000);
})();
