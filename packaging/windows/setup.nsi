; The installer for Windows. Program files go to Program Files\CcHc and are replaced by a newer installer; settings and data in ProgramData\CcHc are never touched.
; Silent: cchc-VERSION-setup-win-x64.exe /S [/D=C:\folder]
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
Name "CcHc ${VERSION}"
OutFile "${TARGET}"
InstallDir "$PROGRAMFILES64\CcHc"
InstallDirRegKey HKLM "Software\CcHc" "Folder"
RequestExecutionLevel admin
ShowInstDetails nevershow
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CcHc"

Section
  SetShellVarContext all
  SetRegView 64
  ; A running service holds its files: stopped, replaced, started again.
  StrCpy $1 0
  IfFileExists "$INSTDIR\program\cchc.exe" 0 fresh
    nsExec::Exec '"$INSTDIR\program\cchc.exe" service stop'
    Pop $1
    StrCmp $1 0 0 +2
    StrCpy $1 stopped
    ; Files an older release had and this one has not.
    IfFileExists "$INSTDIR\remove.exe" 0 fresh
    RMDir /r "$INSTDIR\program"
  fresh:
  !include "files/install.nsh"
  SetOutPath "$INSTDIR"
  CreateDirectory "$APPDATA\CcHc"
  ; SYSTEM and the administrators alone: what lies in ProgramData is otherwise everybody's to read and to add to. Rights given by name stay.
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\CcHc" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F /Q'
  Pop $0
  WriteUninstaller "$INSTDIR\remove.exe"
  CreateDirectory "$SMPROGRAMS\CcHc"
  CreateShortCut "$SMPROGRAMS\CcHc\CcHc.lnk" "$SYSDIR\cmd.exe" '/K cd /d "$INSTDIR" && cchc.cmd --help'
  WriteRegStr HKLM "Software\CcHc" "Folder" "$INSTDIR"
  WriteRegStr HKLM "${REMOVAL}" "DisplayName" "CcHc"
  WriteRegStr HKLM "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${REMOVAL}" "UninstallString" '"$INSTDIR\remove.exe"'
  WriteRegStr HKLM "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\remove.exe" /S'
  WriteRegStr HKLM "${REMOVAL}" "InstallLocation" "$INSTDIR"
  StrCmp $1 stopped 0 done
    nsExec::Exec '"$INSTDIR\program\cchc.exe" service start'
    Pop $1
  done:
SectionEnd

Section "Uninstall"
  SetShellVarContext all
  SetRegView 64
  nsExec::Exec '"$INSTDIR\program\cchc.exe" service uninstall'
  Pop $1
  !include "files/remove.nsh"
  Delete "$SMPROGRAMS\CcHc\CcHc.lnk"
  RMDir "$SMPROGRAMS\CcHc"
  Delete "$INSTDIR\remove.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${REMOVAL}"
  DeleteRegKey HKLM "Software\CcHc"
SectionEnd
