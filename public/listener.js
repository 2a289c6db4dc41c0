addEventListener("message", ({ source, data }) => {
  if (data?.type == "sliderule" && data.v == 1 && isFinite(data.height))
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow == source) frame.style.height = Math.min(5000, Math.max(120, data.height)) + "px";
});
