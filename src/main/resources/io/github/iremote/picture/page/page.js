(function () {
  "use strict";
  document.documentElement.classList.add("scripted");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const pad = (number) => (number < 10 ? "0" : "") + number;

  function bands(data) {
    return function (u) {
      const { ctx, bbox } = u;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
      ctx.clip();
      for (const band of data.bands) {
        const from = u.valToPos(band.from, "x", true);
        const width = Math.max(3, u.valToPos(band.to, "x", true) - from);
        ctx.fillStyle = colour(band.charge ? "charge-band" : "drive-band");
        ctx.fillRect(from, bbox.top, width, bbox.height);
        ctx.fillStyle = colour(band.charge ? "charge-bar" : "drive-bar");
        ctx.fillRect(from, bbox.top + bbox.height - 4 * devicePixelRatio, width, 4 * devicePixelRatio);
      }
      ctx.restore();
    };
  }

  function labels(data) {
    return function (u) {
      const { ctx, bbox } = u;
      ctx.save();
      ctx.font = "bold " + 12 * devicePixelRatio + "px sans-serif";
      ctx.textBaseline = "bottom";
      ctx.textAlign = "left";
      let free = bbox.left;
      for (const band of data.bands) {
        const middle = (u.valToPos(band.from, "x", true) + u.valToPos(band.to, "x", true)) / 2;
        for (const label of band.labels) {
          const width = ctx.measureText(label).width;
          const start = Math.max(bbox.left, Math.min(middle - width / 2, bbox.left + bbox.width - width));
          const seen = middle >= bbox.left && middle <= bbox.left + bbox.width;
          if (seen && start >= free) {
            ctx.fillStyle = colour(band.charge ? "charge" : "drive");
            ctx.fillText(label, start, bbox.top - 4 * devicePixelRatio);
            free = start + width + 8 * devicePixelRatio;
            break;
          }
        }
      }
      for (const mark of data.marks) {
        const x = u.valToPos(mark.at, "x", true);
        if (mark.value === null || x < bbox.left || x > bbox.left + bbox.width) continue;
        ctx.beginPath();
        ctx.arc(x, u.valToPos(mark.value, "y", true), 4.5 * devicePixelRatio, 0, 2 * Math.PI);
        ctx.fillStyle = colour("card");
        ctx.strokeStyle = colour(mark.urgent ? "urgent" : "battery");
        ctx.lineWidth = 2 * devicePixelRatio;
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    };
  }

  function options(data, width) {
    const clock = (u, at) => {
      const time = uPlot.tzDate(new Date(at * 1000), data.zone);
      return pad(time.getHours()) + ":" + pad(time.getMinutes());
    };
    const day = (at) => {
      const time = uPlot.tzDate(new Date(at * 1000), data.zone);
      return pad(time.getDate()) + "." + pad(time.getMonth() + 1) + ".";
    };
    const long = data.to - data.from > 30 * 3600;
    const moment = (u, at) =>
      at === null ? "–" : (long ? day(at) + " " : "") + clock(u, at) + happened(data, at);
    return {
      width: width,
      height: Math.max(220, Math.min(380, width * 0.45)),
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), data.zone),
      scales: { x: { time: true, range: (u, min, max) => [min, max] }, y: { range: [0, 100] } },
      padding: [26, null, null, null],
      cursor: { drag: { x: true, y: false } },
      series: [
        { label: "Time", value: moment },
        ...data.curves.map((curve) => ({
          label: curve.name,
          stroke: colour(curve.ink),
          fill: curve.ink === "battery" ? colour(curve.ink) + "28" : undefined,
          width: 2,
          points: { show: false },
          value: (u, percent) => (percent === null ? "–" : Math.round(percent) + " %"),
        })),
      ],
      axes: [
        {
          stroke: colour("faint"),
          grid: { show: false },
          space: 60,
          values: (u, splits) =>
            splits.map((at) => (clock(u, at) === "00:00" && long ? day(at) : clock(u, at))),
        },
        {
          stroke: colour("faint"),
          grid: { stroke: colour("line"), width: 1 },
          size: 56,
          values: (u, splits) => splits.map((percent) => percent + " %"),
        },
      ],
      hooks: { drawClear: [bands(data)], draw: [labels(data)] },
    };
  }

  function happened(data, at) {
    const near = (data.to - data.from) / 200;
    const mark = data.marks.find((one) => Math.abs(one.at - at) < near);
    return mark ? " · " + mark.text : "";
  }

  function draw(place) {
    const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    let plot;
    const make = () => {
      const width = place.clientWidth;
      if (plot) plot.destroy();
      plot = width > 0 && new uPlot(options(data, width), data.values, place);
    };
    make();
    dark.addEventListener("change", make);
    let waiting;
    window.addEventListener("resize", () => {
      clearTimeout(waiting);
      waiting = setTimeout(make, 100);
    });
  }

  document.querySelectorAll("[data-chart]").forEach(draw);
})();
