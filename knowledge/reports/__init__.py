"""Progress as files to take to a committee: Word, Excel, CSV."""
