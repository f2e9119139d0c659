"""The files of a new country or wave: empty, with what belongs there as comments, or carried over."""
