"""python -m handgen COMMAND: every step of making data. See ../README.md."""

import argparse
import sys

from . import contact_sheet, held_out, pool, sequences, speed
from .clasp_ideas import build_library


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m handgen", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for module in (contact_sheet, held_out, pool, sequences, speed):
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        command = commands.add_parser(name, help=module.__doc__.splitlines()[0])
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    clasps = commands.add_parser("build-clasps", help="Relaxes the library of clasped hands anew (minutes).")
    clasps.add_argument("--count", type=int, default=512)
    clasps.add_argument("--seed", type=int, default=1)
    clasps.set_defaults(run=lambda options: build_library(options.count, options.seed))
    options = parser.parse_args(arguments)
    options.run(options)


if __name__ == "__main__":
    main(sys.argv[1:])
