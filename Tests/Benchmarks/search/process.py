#!/usr/bin/env python3
"""Measures whole processes of the search, and how it reads keyboard layouts.

usage: process.py BINARY PEERS SETS        (called by run, which has built the indexes in KB_WORK)

Prints JSON lines: of mix10k the milliseconds from spawn to exit of a query in a fresh process, of the program and its peers,
one after the other for each query; of each set how many right queries were read in the other layout, and how many of those
typed in the wrong one were restored to the letter. With mix10k the queries of all sets are also put to all articles.
"""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [os.environ["KB_DATA"], str(Path(__file__).resolve().parent.parent)]
import bench
import timing

RIGHT = [variant for variant in bench.VARIANTS if variant != "layout"]


def environment(of):
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "KABINET_HOME": bench.idx(of, "kabinet")}


def times(binary, of, peers):
    texts = [query["text"] for query in bench.load_queries(of, "dev")]
    kinds = {
        "sentence": [text for text in texts if len(text.split()) >= 5],
        "three words": [" ".join(text.split()[:3]) for text in texts if len(text.split()) >= 3],
    }
    env = environment(of)
    sink = os.open(os.devnull, os.O_RDWR)
    others = [(name, bench.PEERS[name](bench.lang_of(of))) for name in peers if os.path.exists(bench.idx(of, name))]
    for kind, queries in kinds.items():
        found = {name: timing.Sample() for name in ["kabinet", *(name for name, _ in others)]}
        for place, text in enumerate(queries):
            commands = [("kabinet", [binary, "kb", "search", text], env)]
            # A peer takes up to thirty times as long; sixty queries tell its median well enough.
            if place < 60:
                commands += [(name, peer.cold(bench.idx(of, name), text), dict(os.environ)) for name, peer in others]
            for name, (program, *arguments), surroundings in commands:
                # 1 is ripgrep's way to say that it found nothing.
                taken, _ = timing.once([shutil.which(program), *arguments], surroundings, sink, statuses=(0, 1))
                found[name].times.append(taken)
        for name, sample in found.items():
            line = {"set": of, "peer": name, "process": kind, "n": len(sample.times)}
            print(json.dumps({**line, "ms_median": round(sample.median, 2), "ms_p95": round(sample.p95, 2)}), flush=True)


def layouts(binary, questions, of):
    def reading(text):
        answer = subprocess.run(
            [binary, "kb", "search", "--json", "--limit", "1", "--", text], env=environment(of), capture_output=True)
        return json.loads(answer.stdout).get("otherLayout") if answer.stdout else None

    right = [text for variant in RIGHT for _, text, _ in bench.variant_queries(variant, questions, "dev")]
    meant = {name: text for name, text, _ in bench.variant_queries("clean", questions, "dev")}
    wrong = bench.variant_queries("layout", questions, "dev")
    restored = sum((reading(text) or "").split() == meant[name].split() for name, text, _ in wrong)
    misread = sum(reading(text) is not None for text in right)
    print(json.dumps({
        "set": of, "questions": questions, "right": len(right), "misread": misread, "wrong": len(wrong), "restored": restored,
    }), flush=True)


def main(binary, peers, sets):
    alone = [name for name in sets if ":" not in name]
    for name in alone:
        layouts(binary, name, name)
    for mix in (name for name in sets if ":" in name):
        times(binary, mix, peers)
        for name in alone:
            layouts(binary, name, mix)


main(sys.argv[1], *(argument.split(",") for argument in sys.argv[2:4]))
