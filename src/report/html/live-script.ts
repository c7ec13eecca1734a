/**
 * Keeps a served page fresh: `events` says that there is something new, `page` is fetched, and what changed in
 * it is put in place. What the reader has unfolded, typed, focused and scrolled to stays. It runs before the
 * page's own script, so that it sees the parts as they were sent.
 */
export const liveScript = `
(() => {
  'use strict';
  const main = document.querySelector('main');
  const banner = document.querySelector('.live');
  const state = banner.querySelector('[role=status]');
  const sent = new Map([...main.children].map(part => [part.id, part.outerHTML]));
  let busy = false;
  let again = false;
  let tag = '';
  let retry = 0;

  function say(lost) {
    const word = lost ? banner.dataset.lost : banner.dataset.on;
    if (state.textContent !== word) state.textContent = word;
    banner.classList.toggle('lost', lost);
  }

  /** What the reader did to a part goes over to the one that takes its place. */
  function carry(old, fresh) {
    for (const fold of fresh.querySelectorAll('details[data-keep]')) {
      const same = old.querySelector('details[data-keep="' + CSS.escape(fold.dataset.keep) + '"]');
      if (same) fold.open = same.open;
    }
    for (const field of fresh.querySelectorAll('input[id], select[id]')) {
      const same = old.querySelector('#' + CSS.escape(field.id));
      if (same) field.value = same.value;
    }
    for (const button of fresh.querySelectorAll('[aria-pressed]')) {
      const same = old.querySelector('#' + CSS.escape(button.id));
      if (same) button.setAttribute('aria-pressed', same.getAttribute('aria-pressed'));
    }
  }

  /** How to find again what has the focus, should it be replaced. */
  function wayTo(element) {
    const part = main.contains(element) && element !== main && [...main.children].find(each => each.contains(element));
    if (!part) return () => null;
    if (element.id) return () => document.getElementById(element.id);
    const steps = [];
    for (let at = element; at !== part; at = at.parentElement) steps.unshift([...at.parentElement.children].indexOf(at));
    const fold = element.tagName === 'SUMMARY' && element.parentElement.dataset.keep;
    return () => {
      if (fold) return document.querySelector('details[data-keep="' + CSS.escape(fold) + '"] > summary');
      const found = steps.reduce((at, index) => at && at.children[index], document.getElementById(part.id));
      return found && found.tagName === element.tagName ? found : null;
    };
  }

  function put(fresh) {
    let before = null;
    const parts = [...fresh.children];
    for (const part of parts) {
      const old = document.getElementById(part.id);
      const source = part.outerHTML;
      if (old && sent.get(part.id) === source) {
        before = old;
        continue;
      }
      sent.set(part.id, source);
      if (old) {
        carry(old, part);
        old.replaceWith(part);
      } else if (before) before.after(part);
      else main.prepend(part);
      before = part;
    }
    const kept = new Set(parts.map(part => part.id));
    for (const part of [...main.children]) {
      if (kept.has(part.id)) continue;
      sent.delete(part.id);
      part.remove();
    }
  }

  function swap(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector('main');
    if (!fresh) throw new Error('no page');
    const focused = document.activeElement;
    const way = wayTo(focused);
    const selection = focused && focused.id === 'filter' ? [focused.selectionStart, focused.selectionEnd] : null;
    const seen = [...main.children].find(part => part.id !== 'contents' && part.getBoundingClientRect().bottom > 0);
    const top = seen ? seen.getBoundingClientRect().top : 0;
    put(fresh);
    document.title = page.title;
    document.querySelector('footer').innerHTML = page.querySelector('footer').innerHTML;
    banner.querySelector('.fresh').innerHTML = page.querySelector('.live .fresh').innerHTML;
    document.dispatchEvent(new CustomEvent('bascule:fresh'));
    if (focused && !focused.isConnected) {
      const found = way();
      if (found) found.focus({ preventScroll: true });
      if (found && selection) found.setSelectionRange(...selection);
    }
    const stays = seen && document.getElementById(seen.id);
    if (stays && scrollY > 0) scrollBy({ top: stays.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  async function refresh() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch('page', {
        cache: 'no-store',
        headers: tag ? { 'If-None-Match': tag } : {},
        signal: AbortSignal.timeout(30000),
      });
      if (answer.status !== 304) {
        if (!answer.ok) throw new Error(String(answer.status));
        swap(await answer.text());
        tag = answer.headers.get('etag') || '';
      }
      say(false);
    } catch {
      say(true);
      clearTimeout(retry);
      retry = setTimeout(refresh, 5000);
    }
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  }

  function follow() {
    const events = new EventSource('events');
    events.onopen = refresh;
    events.onmessage = refresh;
    events.onerror = () => {
      say(true);
      if (events.readyState === EventSource.CLOSED) setTimeout(follow, 5000);
    };
  }

  follow();
})();
`;
