// The main path of the demo, as a person walks it. Ends with a non-zero status at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const address = process.env.CONSOLE;
const browser = await chromium.launch({
  executablePath: process.env.BROWSER,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let checks = 0;
const check = (condition, message) => { assert.ok(condition, message); checks++; };

try {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1180 } });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") { faults.push(message.text()); } });
  const say = async (line) => {
    await page.fill("input[name=line]", line);
    await Promise.all([page.waitForNavigation(), page.click(".prompt button")]);
  };
  const actAs = async (person) => {
    await Promise.all([page.waitForNavigation(), page.selectOption("select[name=persona]", person)]);
  };

  await page.goto(address);
  check(await page.getByText("DEMO", { exact: true }).isVisible(), "every demo page says DEMO");

  await page.fill("input[name=line]", "/unstick weal");
  await page.locator(".suggestions li", { hasText: "wealist-apps-prod" }).first().waitFor();
  checks++;

  await say("/status prod");
  const status = page.locator("article.card").last();
  check((await status.innerText()).includes("wealist-apps-prod"), "/status names the stuck app");
  check((await status.innerText()).includes("waits for its own health"), "/status says why");

  if (process.env.SCREENSHOT) {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: process.env.SCREENSHOT });
  }

  await say("/unstick wealist-apps-prod");
  const request = page.locator("article.card[data-key^='request:']").last();
  const plan = await request.innerText();
  check(plan.includes("Prune=false") && plan.includes("Terminating"), "the plan shows its exact changes");
  check(plan.includes("kubectl -n argocd patch"), "the plan shows the equivalent kubectl");
  check(await request.getByRole("button", { name: "Approve" }).count() === 0, "the requester is offered no Approve");
  await actAs("jun");
  await page.goto(address + "/approvals");
  const waiting = page.locator("article.card[data-key^='request:']").first();
  await Promise.all([page.waitForNavigation(), waiting.getByRole("button", { name: "Approve" }).click()]);
  await page.goto(address + "/");
  await page.locator("article.card.good[data-key^='request:']").first().waitFor({ timeout: 90_000 });
  checks++;

  await say("/status prod");
  const after = await page.locator("article.card").last().innerText();
  check(!after.includes("waits for its own health"), "the deadlock is gone from /status");

  await page.goto(address + "/audit");
  const audit = await page.innerText("table");
  for (const kind of ["request.created", "vote.approved", "exec.intent", "exec.result", "exec.ended"]) {
    check(audit.includes(kind), `the audit shows ${kind}`);
  }

  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, storageState: await context.storageState() });
  const small = await phone.newPage();
  for (const path of ["/", "/approvals", "/audit"]) {
    await small.goto(address + path);
    check(await small.evaluate(() => document.documentElement.scrollWidth) <= 360, `${path} fits 360 px`);
  }

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(address);
  await bare.fill("input[name=line]", "/help");
  await bare.click(".prompt button");
  check((await bare.innerText("main")).includes("/status"), "the console works without script");

  check(faults.length === 0, `the browser reported: ${faults.join("; ")}`);
} finally {
  await browser.close();
}

console.log(`${checks} checks passed`);
