"""What is said about findings, in English: by screens, exports and the command line alike.

One module for each thing that is talked about. What is said is plain text; whoever shows it decides how it
looks.
"""
