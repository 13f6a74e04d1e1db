// Offers subjects while somebody types into the search box (ARIA 1.2 combobox with a list box). The search works without it.
(() => {
  const box = document.querySelector('input[data-suggest]');
  if (!box || !window.fetch) return;
  const list = document.createElement('ul');
  list.id = box.id + '-suggestions';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.label);
  list.hidden = true;
  const news = document.createElement('p');
  news.className = 'unseen';
  news.setAttribute('role', 'status');
  const frame = document.createElement('div');
  frame.className = 'suggesting';
  box.replaceWith(frame);
  frame.append(box, list, news);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  let waiting = 0;
  let asking = null;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const choose = index => {
    const options = list.children;
    if (options.length === 0) return;
    chosen = (index + options.length) % options.length;
    Array.from(options).forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
    box.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  };

  const line = (text, style) => {
    const span = document.createElement('span');
    span.className = style;
    span.textContent = text;
    return span;
  };

  const show = found => {
    list.replaceChildren(...found.map((subject, i) => {
      const option = document.createElement('li');
      option.id = list.id + '-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.lang = 'zh-CN';
      option.dataset.address = subject.address;
      option.append(line(subject.name, 'name'));
      if (subject.former) option.append(line(box.dataset.former + subject.former, 'quiet small'));
      if (subject.code) option.append(line(subject.code, 'code quiet'));
      return option;
    }));
    close();
    news.textContent = found.length ? box.dataset.found.replace('{0}', found.length) : '';
    if (found.length) {
      list.hidden = false;
      box.setAttribute('aria-expanded', 'true');
    }
  };

  const ask = async () => {
    const text = box.value.trim();
    if (asking) asking.abort();
    // what may be a citizen's number is not sent while it is typed
    if (text.length < 2 || /\d{15,}/.test(text.replace(/\s/g, ''))) return show([]);
    asking = new AbortController();
    try {
      const answer = await fetch(box.dataset.suggest + '?q=' + encodeURIComponent(text), { signal: asking.signal });
      if (answer.ok && document.activeElement === box) show(await answer.json());
    } catch (stopped) {
      close();
    }
  };

  box.addEventListener('input', event => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  box.addEventListener('compositionend', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  box.addEventListener('keydown', event => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) location.assign(list.children[chosen].dataset.address);
    else return;
    event.preventDefault();
  });
  // the press comes before the box loses the focus
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) location.assign(option.dataset.address);
  });
  box.addEventListener('blur', close);
})();
