// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The peer of kagura-bench: node openainode.cjs PACKAGE BURST_URL CALL_URL DELAY_URL, one JSON object out.

const [packagePath, burstUrl, callUrl, delayUrl] = process.argv.slice(2);
const OpenAI = require(packagePath);

const client = (baseURL) => new OpenAI({ baseURL, apiKey: "none", maxRetries: 0 });
const request = { model: "bench", stream: true, messages: [{ role: "user", content: "go" }] };
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function run(api) {
  let texts = 0;
  for await (const chunk of await api.chat.completions.create(request))
    if (chunk.choices[0]?.delta?.content) ++texts;
  return texts;
}

async function main() {
  const speeds = [], cpus = [], calls = [];
  const burst = client(burstUrl);
  for (let i = 0; i < 6; ++i) {
    const start = process.hrtime.bigint(), cpu = process.cpuUsage();
    const texts = await run(burst);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const used = process.cpuUsage(cpu);
    if (i > 0) {
      speeds.push(texts / seconds);
      cpus.push((used.user + used.system) / texts);
    }
  }
  const quick = client(callUrl);
  for (let i = -20; i < 300; ++i) {
    const start = process.hrtime.bigint();
    await run(quick);
    if (i >= 0) calls.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  const slow = client(delayUrl);
  const parallel = async (count) => {
    const times = [];
    for (let i = 0; i < 3; ++i) {
      const start = process.hrtime.bigint();
      await Promise.all(Array.from({ length: count }, () => run(slow)));
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    return median(times);
  };
  console.log(JSON.stringify({
    events_per_second: median(speeds),
    cpu_us_per_event: median(cpus),
    call_ms: median(calls),
    parallel_24_ms: await parallel(24),
    parallel_200_ms: await parallel(200),
  }));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
