"""The texts we ship as files (services, permissions): read, checked, handed out; never written."""
