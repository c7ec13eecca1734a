/** The player of an output: a function of the page's script. Its text is the element's own, its marks an attribute's. */
export const playerScript = `function player(box) {
    const part = name => box.getElementsByClassName(name)[0];
    const [button, position, elapsed, speed, screen] = ['play', 'position', 'elapsed', 'speed', 'screen'].map(part);
    const whole = screen.textContent;
    const marks = box.dataset.marks.split(' ').map(Number);
    const end = marks.at(-2) || 0;
    const text = document.createTextNode(whole);
    let at = end;
    let shown = whole.length;
    let playing = false;
    let before = 0;

    /** How much of the text was there: the last mark not after this time. */
    function grown() {
      if (at >= end) return whole.length;
      let low = 0;
      let high = marks.length / 2;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (marks[middle * 2] <= at) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? 0 : marks[low * 2 - 1];
    }
    const two = value => String(value).padStart(2, '0');
    const clock = ms => {
      const s = Math.floor(ms / 1000);
      return (s >= 3600 ? Math.floor(s / 3600) + ':' + two(Math.floor(s / 60) % 60) : Math.floor(s / 60)) + ':' + two(s % 60);
    };
    function draw() {
      const size = grown();
      if (size > shown) text.appendData(whole.slice(shown, size));
      else if (size < shown) text.data = whole.slice(0, size);
      if (size !== shown) screen.scrollTop = screen.scrollHeight;
      shown = size;
      position.value = at;
      elapsed.textContent = clock(at) + ' / ' + clock(end);
      position.setAttribute('aria-valuetext', elapsed.textContent);
    }
    function set(on) {
      playing = on;
      button.textContent = on ? box.dataset.pause : box.dataset.play;
      before = performance.now();
      if (on) requestAnimationFrame(step);
    }
    function step(now) {
      if (!playing || !box.isConnected) return;
      at = Math.min(end, at + Math.max(0, now - before) * Number(speed.value));
      before = now;
      draw();
      if (at >= end) set(false);
      else requestAnimationFrame(step);
    }

    screen.replaceChildren(text);
    position.max = end;
    position.step = Math.max(1, Math.round(end / 400));
    button.addEventListener('click', () => {
      if (!playing && at >= end) at = 0;
      set(!playing);
      draw();
    });
    position.addEventListener('input', () => {
      at = Number(position.value);
      draw();
    });
    part('controls').hidden = false;
    box.classList.add('ready');
    draw();
  }`;
