// Runs in the page, as text: what a reader can see there. Returns the `Observation` that html.browser.test.ts describes.
(() => {
  const shown = [...document.querySelectorAll("figure svg[role=img]")].filter(
    (svg) => getComputedStyle(svg).display !== "none" && svg.checkVisibility(),
  );
  const faults = [];
  for (const svg of shown) {
    const frame = svg.getBoundingClientRect();
    const name = svg.querySelector("title")?.textContent;
    if (frame.width < 300 || frame.height < 40) faults.push(`${name}: only ${frame.width} x ${frame.height} px`);
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const { text, box } of texts) {
      const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (out > 2) faults.push(`${name}: "${text}" leaves the drawing by ${out} px`);
    }
    for (const [index, a] of texts.entries()) {
      for (const b of texts.slice(index + 1)) {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // A text and its outline lie on each other on purpose.
        const outline = a.text === b.text && Math.abs(a.box.left - b.box.left) < 4 && Math.abs(a.box.top - b.box.top) < 4;
        // Boxes of lines are higher than their letters: a touch is no fault.
        if (!outline && width > 2 && height > 5) faults.push(`${name}: "${a.text}" and "${b.text}" overlap by ${width} x ${height} px`);
      }
    }
  }
  // Text may be wider than the page only where it can be scrolled by itself.
  for (const element of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, th, td, summary, b, strong")) {
    if (element.closest(".scroll, pre, .hidden") !== null || !element.checkVisibility()) continue;
    const { right, width } = element.getBoundingClientRect();
    if (right > window.innerWidth + 1)
      faults.push(`"${element.textContent.slice(0, 40)}" ends ${right - window.innerWidth} px beyond the page`);
    if (element.scrollWidth > width + 1 && element.clientWidth > 0) faults.push(`"${element.textContent.slice(0, 40)}" is clipped`);
  }
  // From each heading to the end of its first drawing: what has to stay on one page of paper.
  const blocks = [...document.querySelectorAll("section")].flatMap((section) => {
    const figure = section.querySelector("figure");
    return figure === null ? [] : [figure.getBoundingClientRect().bottom - section.getBoundingClientRect().top];
  });
  return {
    faults,
    tallest: Math.max(0, ...blocks),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    figures: document.querySelectorAll("figure").length,
    drawings: shown.map((svg) => svg.getAttribute("class")),
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    fills: [...document.querySelectorAll("#figure-load-lines svg.wide path")].map((path) => getComputedStyle(path).fill),
    navigation: getComputedStyle(document.querySelector("nav")).display,
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
  };
})();
