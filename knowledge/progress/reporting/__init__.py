"""What officers' typed words report: status, narrative, next step, evidence."""
