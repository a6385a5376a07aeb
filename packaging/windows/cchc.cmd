@"%~dp0program\cchc.exe" %*
