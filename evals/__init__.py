"""How good it is: topics, verdicts, measures, runs and the calibration of refusal."""
