/** What the page can do with JavaScript: unfold all, filter the timeline, play an output. It asks nobody anything. */
import { playerScript } from './player-script.ts';

export const pageScript: string = `
(() => {
  'use strict';
  const folds = () => [...document.querySelectorAll('main details')];
  const plain = text => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
  /** The lines' words as they are searched, read once for each timeline that is sent. */
  let known = null;

  function linesOf() {
    const box = document.getElementById('lines');
    if (known && known.box === box) return known;
    const parts = [...document.querySelectorAll('#lines .part')].map(part => ({
      part,
      lines: [...part.querySelectorAll('tbody tr')].map(row => ({
        row,
        text: plain(row.textContent),
        wrong: row.classList.contains('bad') || row.classList.contains('warning'),
      })),
    }));
    known = { box, parts };
    return known;
  }

  function filter() {
    const wanted = plain(document.getElementById('filter').value.trim());
    const trouble = document.getElementById('filter-kind').value === 'trouble';
    let count = 0;
    for (const { part, lines } of linesOf().parts) {
      const before = count;
      for (const { row, text, wrong } of lines) {
        const hidden = (trouble && !wrong) || !text.includes(wanted);
        if (row.hidden !== hidden) row.hidden = hidden;
        if (!hidden) count += 1;
      }
      part.hidden = count === before;
    }
    document.getElementById('filter-count').textContent = count;
  }

  /** Once the hand rests: each letter of a word need not be looked for. */
  let resting = 0;
  function filterSoon() {
    clearTimeout(resting);
    resting = setTimeout(filter, 40);
  }

  function unfold(button) {
    const open = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', open);
    for (const fold of folds()) fold.open = open;
  }

  /** Browsers differ in whether a link opens what is folded around its aim. */
  function reveal() {
    const aim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = aim || null; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (aim) aim.scrollIntoView();
  }

  ${playerScript}

  function dress() {
    for (const hidden of document.querySelectorAll('.filter[hidden], #unfold[hidden]')) hidden.hidden = false;
    const field = document.getElementById('filter');
    if (field) {
      document.getElementById('filter-count').textContent = document.querySelectorAll('#lines tbody tr').length;
      if (field.value || document.getElementById('filter-kind').value) filter();
    }
    for (const box of document.querySelectorAll('.player:not(.ready)')) player(box);
  }

  document.addEventListener('input', event => {
    if (event.target.id === 'filter' || event.target.id === 'filter-kind') filterSoon();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('#unfold');
    if (button) unfold(button);
  });
  /** What a filter needs is made ready while its lines are looked at. */
  document.addEventListener('toggle', event => {
    if (event.target.dataset.keep === 'timeline') (window.requestIdleCallback || setTimeout)(linesOf);
  }, true);
  document.addEventListener('bascule:fresh', dress);
  addEventListener('hashchange', reveal);
  dress();
  if (location.hash) reveal();
})();
`;
