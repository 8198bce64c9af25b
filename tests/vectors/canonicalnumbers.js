// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes canonicalnumbers.txt beside itself: numbers by their bits, and how ECMAScript prints them.
// Run with node; the sequence is fixed, so that a second run writes the same file.
const fs = require("fs");
const path = require("path");

let state = 0x9e3779b97f4a7c15n;
function random() {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    return state;
}

const view = new DataView(new ArrayBuffer(8));
const lines = [];
function add(bits) {
    view.setBigUint64(0, bits);
    const number = view.getFloat64(0);
    if (Number.isFinite(number))
        lines.push(bits.toString(16).padStart(16, "0") + " " + JSON.stringify(number));
}
function addNumber(number) {
    view.setFloat64(0, number);
    add(view.getBigUint64(0));
}

while (lines.length < 400) // any bits at all
    add(random());
while (lines.length < 700) { // the sizes at which the layout changes
    const exponent = Number(random() % 34n) - 10;
    addNumber(Number(random() % 1000000007n) * Math.pow(10, exponent - 9));
}
for (let power = -10; power <= 25; ++power) { // powers of ten and their neighbours
    addNumber(Math.pow(10, power));
    const bits = view.getBigUint64(0);
    add(bits - 1n);
    add(bits + 1n);
}
while (lines.length < 1000) // what people write: few digits
    addNumber(Number(random() % 20001n) / 100 - 100);
fs.writeFileSync(path.join(__dirname, "canonicalnumbers.txt"), lines.join("\n") + "\n");
