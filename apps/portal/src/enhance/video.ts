/** Plays videos where they stand. Until somebody presses one, no other site learns that the page was read. */
export function playVideosInPlace(): void {
  for (const card of document.querySelectorAll<HTMLElement>('.prose .video[data-player]')) {
    const { site, player: source = '' } = card.dataset;
    const link = card.querySelector('a');
    if (!link) continue;
    link.addEventListener('click', (event) => {
      // To open it in another tab is still the reader's right.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      const player = site === 'file' ? filePlayer(source) : framePlayer(source);
      player.title = link.textContent ?? '';
      player.className = 'player';
      link.replaceWith(player);
      player.focus();
    });
  }
}

function framePlayer(source: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = `${source}&autoplay=1`;
  frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.loading = 'lazy';
  return frame;
}

function filePlayer(source: string): HTMLVideoElement {
  const player = document.createElement('video');
  player.src = source;
  player.controls = true;
  player.autoplay = true;
  player.playsInline = true;
  return player;
}
