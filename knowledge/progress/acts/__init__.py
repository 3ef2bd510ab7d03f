"""What is done, as changes to keep: by whom, whether they may, and with which entry in the trail."""
